import { ActionLink } from '../../parts/action.js';
import { Icon } from '../../parts/icon.js';
import { phone } from '../../parts/icons.js';
import { usePage } from '../../parts/use-page.js';
import { t } from '../../messages/texts.js';

interface TextPageProps {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly question: string;
}

/** A page to read, which ends with a person to call. */
export function TextPage({ title, sections, question }: TextPageProps) {
  usePage(title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <h1 class="utrecht-heading-1">{title}</h1>
      {sections.map(({ heading, text }) => (
        <section key={heading} class="zb-flow zb-flow--xs zb-measure">
          <h2 class="utrecht-heading-2">{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
      <div class="zb-card zb-card--quiet zb-flow zb-flow--s zb-measure">
        <p>{question}</p>
        <p>
          <ActionLink kind="secondary-action" href="/hulp-per-telefoon">
            <Icon drawing={phone} />
            {t.frame.footer.phone}
          </ActionLink>
        </p>
      </div>
    </div>
  );
}
