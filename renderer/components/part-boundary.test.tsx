import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderWithServices } from '../testing/render-with-services.tsx';
import { faultText, PartBoundary } from './part-boundary.tsx';

let isBroken = true;

function Fragile() {
  if (isBroken) throw new RangeError('SharedAccessKey=secret');
  return 'works';
}

describe('a part that can’t be shown', () => {
  beforeEach(() => {
    isBroken = true;
    // React says every caught fault there.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  it('leaves the rest as it is, and comes back when it can', async () => {
    renderWithServices(
      <>
        <PartBoundary>
          <Fragile />
        </PartBoundary>
        <p>{'the rest'}</p>
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This part couldn’t be shown.');
    expect(screen.getByText('the rest')).toBeVisible();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('works')).toBeVisible();
  });

  it('hands over where it broke, and never what the fault says', async () => {
    const { services } = renderWithServices(
      <PartBoundary>
        <Fragile />
      </PartBoundary>,
    );
    services.bridge.answer('app.copy', {});
    await userEvent.click(screen.getByRole('button', { name: 'Copy details' }));
    const [copied] = services.bridge.inputsOf('app.copy');
    expect(copied?.text).toContain('RangeError');
    expect(copied?.text).toContain('Fragile');
    expect(copied?.text).not.toContain('secret');
  });

  it('can be anything that was thrown', () => {
    expect(faultText({ error: 'SharedAccessKey=secret', part: 'in Table' })).toBe('string\nin Table');
  });
});
