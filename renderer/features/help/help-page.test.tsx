import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../../electron/contract/languages.ts';
import { speak } from '../../../electron/contract/messages/language.ts';
import { endpointStatusWord, statusWord } from '../../../electron/contract/messages/messages.ts';
import { helpTopicTexts } from '../../../electron/contract/messages/texts/help-topics.ts';
import { shortcutTexts } from '../../../electron/contract/messages/texts/help.ts';
import { azureStatuses, endpointStatuses } from '../../../electron/contract/status.ts';
import { helpTopics } from '../../store/ui-store.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { HelpPage } from './help-page.tsx';

afterEach(() => speak('en'));

describe('Help', () => {
  it.each(languages)('in %s every topic has a text, and no blank is left', async (language) => {
    await speak(language);
    for (const topic of helpTopics) {
      const { unmount } = renderWithServices(<HelpPage topic={topic} />);
      expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(helpTopicTexts[topic].title);
      expect(screen.getByRole('main').textContent.length).toBeGreaterThan(150);
      expect(screen.getByRole('main').textContent).not.toMatch(/[{}]/);
      unmount();
    }
  });

  it('names what stands in the window by the words that stand there', async () => {
    await speak('nl');
    renderWithServices(<HelpPage topic="start" />);
    expect(screen.getByText('Verbonden').tagName).toBe('STRONG');
    expect(screen.getByText('Handmatig invoeren').tagName).toBe('STRONG');
  });

  it('what can’t be tunnelled names each port that is warned of', () => {
    renderWithServices(<HelpPage topic="notSupported" />);
    const text = screen.getByRole('main').textContent;
    for (const port of [21, 53, 88, 123, 139, 161, 389, 445, 636, 1434, 2049, 3268, 3269])
      expect(text).toMatch(new RegExp(`\\b${port}\\b`));
  });

  it('shows every state by its word', () => {
    renderWithServices(<HelpPage topic="status" />);
    const words = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(words).toEqual([...azureStatuses.map(statusWord), ...endpointStatuses.map(endpointStatusWord)]);
  });

  it('shows every key', () => {
    renderWithServices(<HelpPage topic="shortcuts" />);
    const doings = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(doings).toEqual(Object.values(shortcutTexts));
  });
});
