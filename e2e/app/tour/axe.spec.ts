/** Every view, theme and language as axe sees it. The tests do so in English, and with a choice of views in the others. */
import { languages } from '../../../electron/contract/languages.ts';
import { test } from '../fixtures/test.ts';
import { setLanguage } from '../pages/app-language.ts';
import { endSessions, fillWindow } from './fill-window.ts';
import { lookAtViews } from './look-with-axe.ts';
import { popups } from './popups.ts';
import { setScene } from './scene.ts';
import { pages, views } from './views.ts';

test('nothing serious in any view, theme and language', async ({ stage, launchApp }) => {
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  await fillWindow(opened.page, scene);
  for (const language of languages) {
    const all = [...views, ...pages, ...popups(opened)];
    await lookAtViews(opened, scene, { language, views: all, what: 'themes' });
  }
  await setLanguage(opened, 'en');
  await endSessions(opened.page, scene);
});
