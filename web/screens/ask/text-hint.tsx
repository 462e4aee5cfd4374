import { flagsIn } from '@app/domain/moderation/index.js';
import { t } from '../../messages/texts.js';
import { Alert } from '../../parts/alert.js';
import { infoCircle } from '../../parts/icons.js';

/** A friendly word while somebody writes what neighbours do not do, or what nobody needs to know. Never in the way. */
export function TextHint({ text }: { text: string }) {
  const flags = flagsIn(text);
  return (
    <div role="status">
      {flags.length === 0 ? null : (
        <Alert kind="info" drawing={infoCircle}>
          {flags.map(({ kind }) => (
            <p key={kind}>{t.safety.hints[kind]}</p>
          ))}
        </Alert>
      )}
    </div>
  );
}
