/** What a notification says, in the language that is spoken (design §12). Pure. */
import type { ConnectionView } from '../contract/connection-view.ts';
import { formatDuration } from '../contract/format.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { fillCounted, fillText } from '../contract/messages/message-text.ts';
import { endpointSecondLine, secondLine } from '../contract/messages/messages.ts';
import { notificationCountTexts, notificationTexts } from '../contract/messages/texts/notifications.ts';
import { unstableWithinMs, type Notice } from './incidents.ts';

export interface NotificationWords {
  readonly title: string;
  readonly body: string;
}

/** More names than these are only counted. */
const maxNames = 3;
const minuteMs = 60_000;

export function notificationWords(notice: Notice, now: number): NotificationWords {
  switch (notice.kind) {
    case 'host':
      return {
        title: notificationTexts.host,
        body: fillText(notificationTexts.hostDetail, { time: timeOf(notice.since) }),
      };
    case 'hostRecovered':
      return { title: notificationTexts.hostRecovered, body: '' };
    case 'update':
      return {
        title: fillText(notificationTexts.update, { version: notice.version }),
        body: notificationTexts.updateDetail,
      };
    default: {
      const [view] = notice.views;
      if (view === undefined || notice.views.length > 1) return grouped(notice);
      return {
        title: fillText(notificationTexts[notice.kind], { name: view.config.name }),
        body: bodyOf(notice, view, now),
      };
    }
  }
}

type OfConnections = Extract<Notice, { views: readonly ConnectionView[] }>;

function bodyOf(notice: OfConnections, view: ConnectionView, now: number): string {
  switch (notice.kind) {
    case 'down':
      return fillText(notificationTexts.downDetail, { time: timeOf(notice.since) });
    case 'needsYou':
      return fillText(notificationTexts.sentence, { problem: secondLine(view, now) });
    case 'endpoint': {
      const { endpoint } = view.config;
      const problem = endpointSecondLine(view);
      if (endpoint === null || problem === '') return '';
      return fillText(notificationTexts.endpointDetail, { problem, endpoint: formatHostPort(endpoint) });
    }
    case 'recovered':
      return fillText(notificationTexts.recoveredDetail, { duration: wholeMinutes(notice.lastedMs) });
    case 'unstable':
      return fillText(notificationTexts.unstableDetail, {
        times: notice.times,
        minutes: unstableWithinMs / minuteMs,
      });
  }
}

function grouped({ kind, views }: OfConnections): NotificationWords {
  const names = views.slice(0, maxNames).map(({ config }) => config.name);
  const listed = names.reduce((before, name) => fillText(notificationTexts.listed, { names: before, name }));
  const rest = views.length - names.length;
  return {
    title: fillCounted(notificationCountTexts[kind], views.length),
    body: rest === 0 ? listed : fillCounted(notificationCountTexts.more, rest, { names: listed }),
  };
}

/** Seconds are of no interest behind minutes. */
function wholeMinutes(durationMs: number): string {
  return formatDuration(durationMs < minuteMs ? durationMs : durationMs - (durationMs % minuteMs));
}

/** By the 24-hour clock of whoever reads, as everywhere here. */
function timeOf(moment: number): string {
  const then = new Date(moment);
  return [then.getHours(), then.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
