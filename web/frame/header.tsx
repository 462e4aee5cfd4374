import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../messages/texts.js';
import { Icon } from '../parts/icon.js';
import { menu } from '../parts/icons.js';
import { places } from '../places/places.js';
import { signInPath } from '../session/return-to.js';
import { chooseOrganisation, organisation, organisations } from '../session/organisation.js';
import { me, signOut } from '../session/session.js';
import { Logo } from './logo.js';
import { isCurrent, navigationFor } from './navigation.js';

/** Loads the page anew, so that nothing of this person stays in memory. */
async function leave(): Promise<void> {
  if (await signOut()) location.assign('/inloggen?uit=1');
}

/** For whoever works at several organisations: for which one now. */
function WorksFor() {
  const { path, route } = useLocation();
  if (organisations.value.length < 2) return null;
  const choose = (id: string): void => {
    chooseOrganisation(id);
    // A page about one organisation goes along.
    const page = /^\/vereniging\/\w+/.exec(path)?.[0];
    if (page !== undefined) route(page);
  };
  return (
    <select
      class="utrecht-select utrecht-select--html-select zb-works-for"
      aria-label={t.frame.worksFor}
      value={organisation.value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {organisations.value.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Items() {
  const { path } = useLocation();
  const person = me.value;
  return (
    <ul>
      {navigationFor(person).map(({ href, text }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent(href, path) ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
      {person === null ? (
        <li>
          <a href={signInPath('/vragen')} aria-current={path === '/inloggen' ? 'page' : undefined}>
            {t.frame.nav.signIn}
          </a>
        </li>
      ) : null}
      {person === null || person === undefined ? null : (
        <li>
          <button type="button" onClick={() => void leave()}>
            {t.frame.nav.signOut}
          </button>
        </li>
      )}
    </ul>
  );
}

export function Header() {
  const { url } = useLocation();
  const folded = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (folded.current !== null) folded.current.open = false;
  }, [url]);
  return (
    <header class="zb-header">
      <div class="zb-wrap zb-header__bar">
        <a class="zb-logo" href="/">
          <Logo />
          <span>
            {t.frame.product}
            <small>{places.value?.municipality ?? ''}</small>
          </span>
        </a>
        <WorksFor />
        <nav class="zb-nav zb-nav--wide" aria-label={t.frame.mainMenu}>
          <Items />
        </nav>
        <details class="zb-menu" ref={folded}>
          <summary>
            <Icon drawing={menu} />
            {t.frame.menu}
          </summary>
          <nav class="zb-nav" aria-label={t.frame.mainMenu}>
            <Items />
          </nav>
        </details>
      </div>
    </header>
  );
}
