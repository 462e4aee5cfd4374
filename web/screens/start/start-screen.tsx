import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { DangerNote } from '../../parts/danger-note.js';
import { Icon } from '../../parts/icon.js';
import { chevronRight, directions, heartHandshake, messageQuestion, phone } from '../../parts/icons.js';
import { Street } from '../../parts/street.js';
import { telephoneLink } from '../../parts/telephone.js';
import { usePage } from '../../parts/use-page.js';
import { desk } from '../../places/places.js';

const tasks = [
  { look: 'ask', href: '/vraag', drawing: messageQuestion, ...t.start.ask },
  { look: 'help', href: '/bereid', drawing: heartHandshake, ...t.start.help },
  { look: 'find', href: '/hulp-per-telefoon', drawing: directions, ...t.start.find },
] as const;

function Hero() {
  const contact = desk.value?.contact;
  return (
    <section class="zb-hero">
      <div class="zb-wrap">
        <div class="zb-hero__text">
          <div>
            <h1 class="utrecht-heading-1">{t.start.heading}</h1>
            <p class="zb-hero__lead">{t.start.lead}</p>
          </div>
          {contact === undefined ? null : (
            <p class="zb-hero__call">
              {t.start.ratherCall}
              <br />
              <a href={telephoneLink(contact.phone)}>{contact.phone}</a>
            </p>
          )}
        </div>
        <div class="zb-tasks">
          {tasks.map(({ look, href, drawing, title, text }) => (
            <section key={look} class={`zb-task zb-task--${look}`}>
              <span class="zb-task__icon">
                <Icon drawing={drawing} />
              </span>
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <span class="zb-task__go">
                <Icon drawing={chevronRight} />
              </span>
              <p>{text}</p>
            </section>
          ))}
        </div>
      </div>
      <Street />
    </section>
  );
}

function Figure() {
  return (
    <section class="zb-wrap zb-flow zb-figure" aria-labelledby="street">
      <h2 class="utrecht-heading-2" id="street">
        {t.start.figureHeading}
      </h2>
      <ul class="zb-legend">
        <li>
          <span class="zb-swatch zb-swatch--on" />
          <span>
            <strong>21</strong> {t.start.lit}
          </span>
        </li>
        <li>
          <span class="zb-swatch zb-swatch--will" />
          <span>
            <strong>41</strong> {t.start.glowing}
          </span>
        </li>
      </ul>
      <p class="zb-small zb-soft">{t.start.source}</p>
    </section>
  );
}

function Steps() {
  return (
    <section class="zb-wrap zb-flow zb-section" aria-labelledby="steps">
      <h2 class="utrecht-heading-2" id="steps">
        {t.start.stepsHeading}
      </h2>
      <ol class="zb-steps zb-steps--row">
        {t.start.steps.map(({ title, text }) => (
          <li key={title}>
            <h3 class="utrecht-heading-3">{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Contact() {
  const helpDesk = desk.value;
  return (
    <section class="zb-wrap zb-section">
      <div class="zb-card zb-card--quiet zb-cols zb-cols--2">
        <div class="zb-flow zb-flow--xs">
          <h2 class="utrecht-heading-2">{t.start.callHeading}</h2>
          <p>{t.start.callText(helpDesk?.name ?? t.start.callFallback)}</p>
          <p>
            {helpDesk === undefined ? (
              <ActionLink kind="secondary-action" href="/hulp-per-telefoon">
                <Icon drawing={phone} />
                {t.frame.footer.phone}
              </ActionLink>
            ) : (
              <ActionLink kind="secondary-action" href={telephoneLink(helpDesk.contact.phone)}>
                <Icon drawing={phone} />
                {helpDesk.contact.phone}
              </ActionLink>
            )}
          </p>
        </div>
        <div class="zb-flow zb-flow--xs">
          <h2 class="utrecht-heading-2">{t.start.urgentHeading}</h2>
          <DangerNote />
          <p>{t.start.limits}</p>
        </div>
      </div>
    </section>
  );
}

/** The first page: ask, help or find your way, under the figure that started it all. */
export function StartScreen() {
  usePage(t.start.title);
  return (
    <>
      <Hero />
      <Figure />
      <Steps />
      <Contact />
    </>
  );
}
