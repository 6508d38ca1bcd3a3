import { describe, expect, it } from 'vitest';
import { listWidth, tableShape } from './columns.ts';

describe('columns by the width of the list', () => {
  it.each([
    [2000, 'wide'],
    [1120, 'wide'],
    [1119.5, 'medium'],
    [700, 'medium'],
    [699, 'narrow'],
    [540, 'narrow'],
    [539, 'least'],
    [0, 'least'],
  ] as const)('%d px: %s', (pixels, width) => {
    expect(listWidth(pixels)).toBe(width);
  });

  it('drops the sparkline, namespace and endpoint first, then sessions and traffic, then the second leg', () => {
    expect(tableShape('wide', [])).toMatchObject({
      columns: ['name', 'status', 'namespace', 'endpoint', 'endpointStatus', 'sessions', 'traffic'],
      showsSparkline: true,
      namespaceBelowName: false,
      worseLegInStatus: false,
    });
    expect(tableShape('medium', [])).toMatchObject({
      columns: ['name', 'status', 'endpointStatus', 'sessions', 'traffic'],
      showsSparkline: false,
      namespaceBelowName: true,
      worseLegInStatus: false,
    });
    expect(tableShape('narrow', []).columns).toEqual(['name', 'status', 'endpointStatus']);
    expect(tableShape('least', [])).toMatchObject({ columns: ['name', 'status'], worseLegInStatus: true });
  });

  it('hides what the person hid, but never name and status', () => {
    const shape = tableShape('wide', ['name', 'status', 'namespace', 'endpointStatus']);
    expect(shape.columns).toEqual(['name', 'status', 'endpoint', 'sessions', 'traffic']);
    expect(shape).toMatchObject({ namespaceBelowName: true, worseLegInStatus: true });
  });

  it('has a track for the checkbox and each column', () => {
    // Tracks are parted by blanks; those inside minmax() follow a comma.
    const tracks = tableShape('wide', []).template.replaceAll(', ', ',').split(' ');
    expect(tracks).toHaveLength(8);
  });
});
