/** Which rows the filter and the pressed chip leave (design §7). Pure; fast enough for every key press on 500 rows. */
import { namespaceOf } from '../../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { formatHostPort } from '../../../../electron/contract/host-port.ts';
import type { Language } from '../../../../electron/contract/languages.ts';
import { currentLanguage } from '../../../../electron/contract/messages/current-language.ts';
import { groupOf } from '../../../../electron/contract/messages/host-sentence.ts';
import { endpointStatusWord, statusWord } from '../../../../electron/contract/messages/messages.ts';
import type { StatusGroup } from '../../../../electron/contract/status.ts';

export interface RowFilter {
  readonly text: string;
  /** Null: all. */
  readonly group: StatusGroup | null;
}

/** Every word of the filter has to be somewhere in the name, namespace, endpoint, address or status words. */
export function filterRows(
  views: readonly ConnectionView[],
  { text, group }: RowFilter,
): readonly ConnectionView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && group === null) return views;
  return views.filter(
    (view) =>
      (group === null || groupOf(view) === group) && words.every((word) => searchText(view).includes(word)),
  );
}

/** A view never changes, so what is searched in it is put together once in each language. */
const searchTexts = new Map<Language, WeakMap<ConnectionView, string>>();

function searchText(view: ConnectionView): string {
  const language = currentLanguage();
  const texts = searchTexts.get(language) ?? new WeakMap<ConnectionView, string>();
  searchTexts.set(language, texts);
  const known = texts.get(view);
  if (known !== undefined) return known;
  const { config, azure, endpoint } = view;
  const text = [
    config.name,
    namespaceOf(config.host),
    config.host,
    config.endpoint === null ? '' : formatHostPort(config.endpoint),
    endpoint.address ?? '',
    statusWord(azure.status),
    endpointStatusWord(endpoint.status),
  ]
    .join('\n')
    .toLowerCase();
  texts.set(view, text);
  return text;
}
