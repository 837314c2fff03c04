/** The page's own address: whether it carries a link, and taking that out again. What stands behind `#` was never sent to a server. */

/** Also where a chat program has put percent signs for `=`, once or twice. */
const linkPart = /^s(?:=|%(?:25)*3D)/i;

/** What of a `Location` is read. */
type Address = Pick<Location, 'href' | 'origin' | 'pathname' | 'search' | 'hash'>;

/** What of a `Window` is needed. */
interface Page {
  readonly location: Address;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/** What opens the app: the address without what follows `#`, and without a link behind `?`. */
export function pageAddress({ origin, pathname, search }: Address): string {
  return `${origin}${pathname}${withoutLink(search)}`;
}

/** Whether the address asks for a link to be opened. A cheap look, so that the code that opens links is fetched only then. */
export function asksForLink({ search, hash }: Address): boolean {
  return [...partsOf(search), ...partsOf(hash)].some((part) => linkPart.test(part));
}

/** The address as a person would read it: what a browser wrote as `%E4%B8%AD` is one character again. */
export function readableAddress({ href }: Address): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Takes a link out of the address without a new entry in the history, so that neither reloading nor going back opens it again. */
export function dropLink({ location, history }: Page): void {
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
