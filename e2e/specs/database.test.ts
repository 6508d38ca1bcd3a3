/** A real PostgreSQL and its usual client, with the tunnel between them: what a person would notice if bytes went wrong. */
import { createHash, randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import { Client, DatabaseError } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Postgres } from '../fixtures/postgres.ts';
import { Stage } from '../fixtures/stage.ts';
import { openTunnel, untilRow, type Tunnel } from '../fixtures/tunnel.ts';
import { until, within } from '../fixtures/until.ts';

const transferBytes = 50 * 1024 * 1024;
const crowd = 100;

let postgres: Postgres;
let stage: Stage;
let tunnel: Tunnel;
/** Beside the tunnel: what the database itself says. */
let direct: Client;
const clients: Client[] = [];

beforeAll(async () => {
  stage = await Stage.open();
  postgres = await Postgres.start();
  stage.afterwards(() => postgres.stop());
  tunnel = await openTunnel(stage, `127.0.0.1:${postgres.access.port}`, 'database');
  direct = new Client(postgres.access);
  await direct.connect();
  stage.afterwards(() => direct.end());
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)));
});

afterAll(async () => {
  await stage.dispose();
});

interface Connected {
  readonly client: Client;
  readonly socket: Socket;
  /** Errors that came while no query waited for one. */
  readonly errors: Error[];
}

async function connectThroughTunnel(name: string): Promise<Connected> {
  const socket = new Socket();
  const client = new Client({
    ...postgres.access,
    port: tunnel.port,
    application_name: name,
    stream: () => socket,
  });
  const errors: Error[] = [];
  client.on('error', (error) => errors.push(error));
  clients.push(client);
  await within(`${name} connects`, client.connect());
  return { client, socket, errors };
}

async function directValue(text: string, values: readonly unknown[] = []): Promise<unknown> {
  const { rows } = await direct.query<{ value: unknown }>(text, [...values]);
  return rows[0]?.value;
}

/** How many sessions of that name the database serves. */
function served(name: string): Promise<unknown> {
  return directValue('SELECT count(*)::int AS value FROM pg_stat_activity WHERE application_name = $1', [
    name,
  ]);
}

describe('a database behind the tunnel', () => {
  it('hands over a result of 50 MB unchanged', async () => {
    await direct.query(
      `CREATE TABLE result AS SELECT i, string_agg(md5(i::text || ':' || j::text), '' ORDER BY j) AS line
       FROM generate_series(1, 50) i, generate_series(1, 32768) j GROUP BY i`,
    );
    const { client } = await connectThroughTunnel('result');
    const { rows } = await client.query<{ line: string }>('SELECT line FROM result ORDER BY i');

    const received = rows.map(({ line }) => line).join('');
    const expected = await directValue(
      `SELECT encode(sha256(convert_to(string_agg(line, '' ORDER BY i), 'UTF8')), 'hex') AS value FROM result`,
    );
    expect(received.length).toBe(transferBytes);
    expect(sha256(received)).toBe(expected);
  });

  it('takes an upload of 50 MB unchanged', async () => {
    await direct.query('CREATE TABLE upload (content bytea)');
    const content = randomBytes(transferBytes);
    const { client } = await connectThroughTunnel('upload');
    await client.query('INSERT INTO upload VALUES ($1)', [content]);

    expect(await directValue('SELECT length(content) AS value FROM upload')).toBe(transferBytes);
    expect(await directValue(`SELECT encode(sha256(content), 'hex') AS value FROM upload`)).toBe(
      sha256(content),
    );
  });

  it('serves 100 connections at once', async () => {
    const all = await Promise.all(Array.from({ length: crowd }, () => connectThroughTunnel('crowd')));
    expect(await served('crowd')).toBe(crowd);

    const answers = await Promise.all(
      all.map(async ({ client }, index) => {
        const { rows } = await client.query<{ pid: number; index: number }>(
          'SELECT pg_backend_pid() AS pid, $1::int AS index',
          [index],
        );
        return rows[0];
      }),
    );
    expect(answers.map((answer) => answer?.index)).toEqual(all.map((_one, index) => index));
    expect(new Set(answers.map((answer) => answer?.pid)).size).toBe(crowd);

    await Promise.all(all.map(({ client }) => client.end()));
    await until(
      'the database lets go of the crowd',
      () => served('crowd'),
      (count) => count === 0,
    );
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    await untilRow(stage, 'database', 'has no session left', ({ sessions }) => sessions === 0);
  });

  it('rolls a transaction back when its client is reset', async () => {
    await direct.query('CREATE TABLE orders (id int PRIMARY KEY)');
    const { client, socket } = await connectThroughTunnel('reset');
    await client.query('BEGIN');
    await client.query('INSERT INTO orders VALUES (1)');
    expect(await served('reset')).toBe(1);

    socket.resetAndDestroy();
    await until(
      'the database noticed',
      () => served('reset'),
      (count) => count === 0,
    );
    // The key is free again, so nothing of the transaction is left, not even its lock.
    await direct.query('INSERT INTO orders VALUES (1)');
    expect(await directValue('SELECT count(*)::int AS value FROM orders')).toBe(1);
  });

  it('tells the client when its session is ended in the database', async () => {
    const { client, socket } = await connectThroughTunnel('terminated');
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const waiting = client.query('SELECT pg_sleep(600)').catch((error: unknown) => error);
    await until(
      'the query runs',
      () => directValue('SELECT wait_event AS value FROM pg_stat_activity WHERE pid = $1', [rows[0]?.pid]),
      (event) => event === 'PgSleep',
    );
    await direct.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);

    const failure = await within('the client hears of it', waiting);
    expect(failure).toBeInstanceOf(DatabaseError);
    expect(failure).toMatchObject({ code: '57P01' });
    await within('the connection ends', closed);
  });
});

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
