import { useEffect, useState } from 'preact/hooks';
import { ActionLink } from './action.js';
import { Alert } from './alert.js';
import { circleCheck } from './icons.js';

function addressOf(pdf: string): string {
  const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

/** A PDF that was made just now, in base64, as something to save; forgotten with the page. */
export function useMadePdf(): { readonly href: string | undefined; readonly put: (pdf: string) => void } {
  const [href, setHref] = useState<string>();
  useEffect(() => (href === undefined ? undefined : () => URL.revokeObjectURL(href)), [href]);
  return { href, put: (pdf) => setHref(addressOf(pdf)) };
}

interface MadePdfProps {
  readonly href: string | undefined;
  readonly ready: string;
  readonly save: string;
  readonly file: string;
}

/** Says that the PDF is there, with the way to save it. */
export function MadePdf({ href, ready, save, file }: MadePdfProps) {
  return (
    <div role="status">
      {href === undefined ? null : (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{ready}</p>
          <ActionLink sizes={['dense']} href={href} download={file}>
            {save}
          </ActionLink>
        </Alert>
      )}
    </div>
  );
}
