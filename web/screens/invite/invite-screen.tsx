import { useState } from 'preact/hooks';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { QrCode } from '../../parts/qr-code.js';
import { usePage } from '../../parts/use-page.js';
import { desk, places } from '../../places/places.js';

/** The link says nothing about who invites: it is the same for everyone. */
const link = (): string => `${location.origin}/bereid`;

/** The sheet for the hall of a block of flats; the only part of the page that is printed. */
function Sheet() {
  const phone = desk.value?.contact.phone;
  return (
    <section class="zb-card zb-sheet zb-flow" aria-labelledby="sheet">
      <h2 class="utrecht-heading-2" id="sheet">
        {t.invite.sheetTitle}
      </h2>
      <p>{t.invite.sheetText}</p>
      <QrCode text={link()} label={t.invite.qr} />
      <p>
        {t.invite.sheetScan}
        <br />
        <strong class="zb-sheet__link">{link()}</strong>
      </p>
      <p>{t.invite.sheetNo}</p>
      {phone === undefined ? null : <p>{t.invite.sheetCall(phone)}</p>}
      <p class="zb-soft">
        {t.frame.product} {places.value?.municipality ?? ''}
      </p>
    </section>
  );
}

function Sharing() {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link());
    setCopied(true);
  };
  // Turning the window away is an answer too, so a refusal is no fault.
  const share = (): void => void navigator.share({ text: t.invite.shareText, url: link() }).catch(() => undefined);
  return (
    <div class="zb-flow zb-flow--s">
      <div class="zb-row">
        {'share' in navigator ? <ActionButton onPress={share}>{t.invite.share}</ActionButton> : null}
        {'clipboard' in navigator ? (
          <ActionButton kind="secondary-action" onPress={() => void copy()}>
            {t.invite.copy}
          </ActionButton>
        ) : null}
        <ActionButton kind="secondary-action" onPress={() => print()}>
          {t.invite.print}
        </ActionButton>
      </div>
      <p role="status">{copied ? t.invite.copied : t.invite.printHint}</p>
    </div>
  );
}

/** Invite a neighbour: a link, a code to scan and a sheet to print. */
export default function InviteScreen() {
  usePage(t.invite.title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{t.invite.title}</h1>
        <p>{t.invite.lead}</p>
      </div>
      <Sharing />
      <Sheet />
      <p class="zb-small zb-soft zb-measure">{t.invite.about}</p>
    </div>
  );
}
