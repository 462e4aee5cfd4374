import { t } from '../messages/texts.js';
import { TextLink } from '../parts/action.js';
import { DisplayChoice } from './display-choice.js';
import { UnreadNote } from './languages.js';

const links = [
  { href: '/hulp-per-telefoon', text: t.frame.footer.phone },
  { href: '/zo-werkt-het', text: t.frame.footer.how },
  { href: '/loket', text: t.desk.link },
  { href: '/bereid', text: t.frame.footer.willing },
  { href: '/ontmoetingen', text: t.gatherings.title },
  { href: '/bedankt', text: t.frame.footer.wall },
  { href: '/uw-mening', text: t.frame.footer.feedback },
  { href: '/privacy', text: t.frame.footer.privacy },
  { href: '/toegankelijkheid', text: t.frame.footer.accessibility },
];

export function Footer() {
  return (
    <footer class="zb-footer">
      <div class="zb-wrap">
        <ul class="zb-footer__links">
          {links.map(({ href, text }) => (
            <li key={href}>
              <TextLink href={href}>{text}</TextLink>
            </li>
          ))}
        </ul>
        <DisplayChoice />
        <UnreadNote />
      </div>
    </footer>
  );
}
