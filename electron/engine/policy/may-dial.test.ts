import { describe, expect, it } from 'vitest';
import { mayDialByDefault } from './may-dial.ts';

describe('mayDialByDefault', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '8.8.8.8',
    '::1',
    'fd12::1',
    '2001:db8::1',
    '::ffff:10.0.0.1',
    '2002:a00:1::1',
    '64:ff9b::8.8.8.8',
  ])('allows %s', (address) => {
    expect(mayDialByDefault('name', 1433, address)).toEqual({ allowed: true });
  });

  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::169.254.169.254',
    '64:ff9b:0:0:0:0:a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    '::169.254.169.254',
    '168.63.129.16',
    '::ffff:168.63.129.16',
    '100.100.100.200',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fd00:ec2::254',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    'name',
    '',
  ])('refuses %s', (address) => {
    expect(mayDialByDefault('name', 80, address)).toMatchObject({ allowed: false });
  });
});
