import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { speak } from '../../../electron/contract/messages/language.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleId, sampleView, sampleViews } from '../../testing/sample-views.ts';
import { EndOfLifeStrip } from './end-of-life-strip.tsx';

const retired = (number: number, name: string) =>
  sampleView({ number, name, config: { kind: 'biztalk' }, azure: { status: 'discontinued' } });

function atWidth(width: number, check: () => void): void {
  const before = window.innerWidth;
  const resize = (to: number): void => {
    window.innerWidth = to;
    window.dispatchEvent(new Event('resize'));
  };
  act(() => resize(width));
  check();
  act(() => resize(before));
}

describe('strip for what has ended', () => {
  it('isn’t there without such a connection', () => {
    renderWithServices(<EndOfLifeStrip />, { views: [sampleView({ number: 1, name: 'one' })] });
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('names the connection and leads to what to do', async () => {
    const { services } = renderWithServices(<EndOfLifeStrip />, { views: sampleViews() });
    expect(screen.getByRole('note')).toHaveTextContent(
      'BizTalk Hybrid Connections reached end of life on 31 May 2018, so orders-biztalk can’t connect. ' +
        'Replace it with an App Service Hybrid Connection.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'How to replace it' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'howToReplace', ids: [sampleId(6)] });
  });

  it('counts several', () => {
    const views = ['orders', 'stock', 'mail'].map((name, index) => retired(index + 1, name));
    renderWithServices(<EndOfLifeStrip />, { views });
    expect(screen.getByRole('note')).toHaveTextContent('on 31 May 2018, so 3 connections can’t connect.');
  });

  it('has no blank between sentences where the language has none', async () => {
    await speak('zh-Hans');
    const { unmount } = renderWithServices(<EndOfLifeStrip />, { views: sampleViews() });
    expect(screen.getByRole('note')).toHaveTextContent(/。改用 App Service/);
    unmount();
    await speak('en');
  });

  it('drops its second sentence first, then the names, never the date', () => {
    renderWithServices(<EndOfLifeStrip />, { views: sampleViews() });
    atWidth(700, () => {
      expect(screen.getByRole('note')).toHaveTextContent(
        /orders-biztalk can’t connect\.\s*How to replace it$/,
      );
    });
    atWidth(400, () => {
      expect(screen.getByRole('note')).toHaveTextContent(
        /^BizTalk Hybrid Connections reached end of life on 31 May 2018\.\s*How to replace it$/,
      );
    });
  });
});
