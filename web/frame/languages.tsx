import type { Language } from '@app/contracts/http/vocabulary.js';
import { chooseLanguage, firstPageIn, language, languages } from '../messages/language.js';
import { t } from '../messages/texts.js';
import { TextLink } from '../parts/action.js';

const offered = Object.entries(languages) as [Language, (typeof languages)[Language]][];

/**
 * Loads the page anew: every text of it is in one language. The link itself is for who comes before the script does, or opens
 * it beside this page.
 */
function choose(event: MouseEvent, chosen: Language): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  chooseLanguage(chosen);
  location.reload();
}

/** The languages by the names their speakers know, so that who reads no Dutch finds the way. */
export function Languages() {
  return (
    <nav class="zb-languages" aria-label={t.frame.language}>
      <ul class="zb-wrap">
        {offered.map(([code, { name }]) => (
          <li key={code}>
            <a
              href={firstPageIn(code)}
              lang={code}
              hreflang={code}
              aria-current={code === language ? 'true' : undefined}
              onClick={(event) => choose(event, code)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says so when no native speaker read the texts of this language yet. */
export function UnreadNote() {
  if (languages[language].read) return null;
  return (
    <p class="zb-small">
      {t.frame.unread} <TextLink href="/hulp-per-telefoon">{t.frame.unreadTell}</TextLink>
    </p>
  );
}
