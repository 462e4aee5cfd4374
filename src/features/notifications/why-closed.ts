import type { RequestDigestView } from '@app/features/help-requests/index.js';

/** Why a neighbour who was asked is not needed any more. */
export function whyClosed({ state }: RequestDigestView): 'filled' | 'cancelled' | 'expired' {
  if (state.status === 'cancelled' || state.status === 'expired') return state.status;
  return 'filled';
}
