import type { Me } from '@app/contracts/http/people.js';
import { t } from '../messages/texts.js';

export interface NavigationItem {
  readonly href: string;
  readonly text: string;
}

/** What the main menu offers to this person. */
export function navigationFor(person: Me | null | undefined): readonly NavigationItem[] {
  const items: NavigationItem[] = [
    { href: '/', text: t.frame.nav.start },
    { href: '/hulpvragen', text: t.frame.nav.board },
  ];
  if (person === null || person === undefined) return items;
  if (person.capabilities.includes('coordinate')) items.push({ href: '/werklijst', text: t.frame.nav.workList });
  if (person.capabilities.includes('monitor')) items.push({ href: '/monitor', text: t.frame.nav.monitor });
  if (person.capabilities.includes('administer')) items.push({ href: '/gemeente', text: t.frame.nav.municipality });
  items.push(
    { href: '/vragen', text: t.frame.nav.myRequests },
    { href: '/gevraagd', text: t.frame.nav.asked },
    { href: '/afspraken', text: t.frame.nav.agreements },
    { href: '/gegevens', text: t.frame.nav.myData },
  );
  return items;
}

/** True when a page lies in the part of the site that the menu item leads to. */
export function isCurrent(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
