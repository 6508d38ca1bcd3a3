import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import { laterPart } from './later-part.tsx';

function Greeting({ name }: { readonly name: string }) {
  return <p>{name}</p>;
}

describe('laterPart', () => {
  it('is there in the first drawing once it is loaded', async () => {
    const { Part, load } = laterPart(() => Promise.resolve(Greeting));
    await load();
    render(
      <Suspense fallback="nothing yet">
        <Part name="Ada" />
      </Suspense>,
    );
    expect(screen.getByText('Ada')).toBeVisible();
  });

  it('is awaited when it was not', async () => {
    const { Part } = laterPart(() => Promise.resolve(Greeting));
    render(
      <Suspense fallback="nothing yet">
        <Part name="Ada" />
      </Suspense>,
    );
    expect(screen.getByText('nothing yet')).toBeVisible();
    expect(await screen.findByText('Ada')).toBeVisible();
  });
});
