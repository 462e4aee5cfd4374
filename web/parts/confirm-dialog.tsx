import type { ComponentChildren } from 'preact';
import { t } from '../messages/texts.js';
import { ActionButton } from './action.js';
import { ModalDialog } from './modal-dialog.js';

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

/** Asks once more before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, onClose } = props;
  return (
    <ModalDialog open={open} title={title} onClose={onClose}>
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
    </ModalDialog>
  );
}
