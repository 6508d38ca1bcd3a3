/** Whether each element of a text of XML ends where it should, with nothing in it that would end it early. */

export function isBalancedXml(text: string): boolean {
  const open: string[] = [];
  const body = text.replace(/<\?[^?]*\?>|<!--(?:(?!--)[\s\S])*-->|<!DOCTYPE[^>]*>/g, '');
  const rest = body.replace(
    /<(\/?)([A-Za-z]\w*)(?:\s+[\w]+="[^"<&]*(?:&\w+;[^"<&]*)*")*\s*(\/?)>/g,
    (_tag, isEnd: string, name: string, isEmpty: string) => {
      if (isEnd !== '' && open.pop() !== name) open.push('nothing fits');
      else if (isEnd === '' && isEmpty === '') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]|&(?!\w+;)/.test(rest);
}
