/** The page's own address: whether it carries a link, and taking that out again. What stands behind `#` was never sent to a server. */

/** Also where a chat program has put percent signs for `=`, once or twice. */
const linkPart = /^s(?:=|%(?:25)*3D)/i;

/** What opens the app: the address without what follows `#`, and without a link behind `?`. */
export function pageAddress({ origin, pathname, search }: Location): string {
  return `${origin}${pathname}${withoutLink(search)}`;
}

/** Whether the address asks for a link to be opened. A cheap look, so that the code that opens links is fetched only then. */
export function asksForLink({ search, hash }: Location): boolean {
  return [...partsOf(search), ...partsOf(hash)].some((part) => linkPart.test(part));
}

/** Takes a link out of the address without a new entry in the history, so that neither reloading nor going back opens it again. */
export function dropLink(page: Window): void {
  const { location, history } = page;
  if (!asksForLink(location)) return;
  const hash = partsOf(location.hash).some((part) => linkPart.test(part)) ? '' : location.hash;
  history.replaceState(history.state, '', `${location.pathname}${withoutLink(location.search)}${hash}`);
}

function partsOf(text: string): readonly string[] {
  return text.replace(/^[?#]/, '').split('&');
}

function withoutLink(search: string): string {
  const rest = partsOf(search).filter((part) => part !== '' && !linkPart.test(part));
  return rest.length === 0 ? '' : `?${rest.join('&')}`;
}
