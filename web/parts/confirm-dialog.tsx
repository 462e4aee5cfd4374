import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../messages/texts.js';
import { ActionButton } from './action.js';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Asks once more before something that cannot be undone. The browser keeps the focus inside and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open && dialog.current?.open === true) dialog.current.close();
  }, [open]);
  return (
    <dialog class="zb-dialog" ref={dialog} onClose={onClose} aria-labelledby="dialog-title">
      {open ? (
        <div class="zb-flow">
          <h2 class="utrecht-heading-2" id="dialog-title">
            {props.title}
          </h2>
          <p>{props.text}</p>
          {props.children ?? null}
          <div class="zb-row">
            <ActionButton busy={props.busy} onPress={props.onYes}>
              {props.yes}
            </ActionButton>
            <ActionButton kind="plain" onPress={onClose}>
              {t.frame.cancel}
            </ActionButton>
          </div>
        </div>
      ) : null}
    </dialog>
  );
}
