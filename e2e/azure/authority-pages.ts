/** Pages of the test's authority: plain forms that a scripted browser fills in. */
export function signInPage(action: string, failure = ''): string {
  return page(
    'Sign in to your account',
    `<p id="failure">${escaped(failure)}</p>
<form method="post" action="${escaped(action)}">
<input type="text" name="username" value=""/>
<input type="password" name="password" value=""/>
<button type="submit">Sign in</button>
</form>`,
  );
}

export function page(title: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
