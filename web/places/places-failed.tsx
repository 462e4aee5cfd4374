import { useEffect } from 'preact/hooks';
import { problemText } from '../api/problem-text.js';
import { t } from '../messages/texts.js';
import { ActionButton } from '../parts/action.js';
import { loadPlaces, placesFailure } from './places.js';

/** Beside a list of buurten: why it is empty, and trying again. */
export function PlacesFailed() {
  useEffect(() => void loadPlaces(), []);
  return (
    <div class="zb-flow zb-flow--s" role="alert">
      {placesFailure.value === undefined ? null : (
        <>
          <p>{problemText(placesFailure.value)}</p>
          <p>
            <ActionButton kind="secondary-action" onPress={() => void loadPlaces()}>
              {t.frame.retry}
            </ActionButton>
          </p>
        </>
      )}
    </div>
  );
}
