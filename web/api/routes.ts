import type { OperationId, Operations } from '@app/contracts/http/index.js';

/**
 * Method and path of each operation the app calls. Written out, and checked against the contracts by
 * the compiler, so that the bundle need not carry the schemas.
 */
export const routes = {
  requestSignInCode: ['post', '/v1/sign-in-challenges'],
  createSession: ['post', '/v1/sessions'],
  endSession: ['delete', '/v1/sessions/current'],
  getMe: ['get', '/v1/me'],
  putMe: ['put', '/v1/me'],
  listNeighbourhoods: ['get', '/v1/neighbourhoods'],
  listAssociations: ['get', '/v1/associations'],
  postHelpRequest: ['post', '/v1/help-requests'],
  findKnownAskers: ['post', '/v1/known-asker-searches'],
  getHelpRequest: ['get', '/v1/help-requests/{id}'],
  listHelpRequests: ['get', '/v1/help-requests'],
  approveHelpRequest: ['put', '/v1/help-requests/{id}/approval'],
  acceptHelpRequest: ['put', '/v1/help-requests/{id}/acceptance'],
  withdrawAcceptance: ['delete', '/v1/help-requests/{id}/acceptance'],
  confirmHelpRequest: ['put', '/v1/help-requests/{id}/confirmation'],
  cancelHelpRequest: ['put', '/v1/help-requests/{id}/cancellation'],
  recordOutcome: ['put', '/v1/help-requests/{id}/outcome'],
  listAsks: ['get', '/v1/asks'],
  answerAsk: ['put', '/v1/asks/{id}/answer'],
  getHelperProfile: ['get', '/v1/helper-profile'],
  putHelperProfile: ['put', '/v1/helper-profile'],
  viewContactDetails: ['post', '/v1/help-requests/{id}/contact-views'],
  listViewsOfMe: ['get', '/v1/me/detail-views'],
  blockPerson: ['post', '/v1/blocks'],
  listBlocks: ['get', '/v1/blocks'],
  liftBlock: ['delete', '/v1/blocks/{id}'],
  getPushKey: ['get', '/v1/push-key'],
  listPushSubscriptions: ['get', '/v1/push-subscriptions'],
  addPushSubscription: ['post', '/v1/push-subscriptions'],
  removePushSubscription: ['delete', '/v1/push-subscriptions/{id}'],
  getCalendarFeed: ['get', '/v1/calendar-feed'],
  makeCalendarFeed: ['post', '/v1/calendar-feed'],
  endCalendarFeed: ['delete', '/v1/calendar-feed'],
  getThanks: ['get', '/v1/help-requests/{id}/thanks'],
  giveThanks: ['put', '/v1/help-requests/{id}/thanks'],
  getConversation: ['get', '/v1/conversations/{id}'],
  sendMessage: ['post', '/v1/conversations/{id}/messages'],
  readConversation: ['put', '/v1/conversations/{id}/reading'],
  getBoard: ['get', '/v1/board'],
  getOpenBoardCounts: ['get', '/v1/board-counts'],
  listWorkItems: ['get', '/v1/work-items'],
  assignWorkItem: ['put', '/v1/work-items/{id}/assignee'],
  finishWorkItem: ['put', '/v1/work-items/{id}/done'],
  reopenWorkItem: ['delete', '/v1/work-items/{id}/done'],
  approveTogether: ['post', '/v1/bulk-approvals'],
  putAbsence: ['put', '/v1/associations/{id}/absence'],
  endAbsence: ['delete', '/v1/associations/{id}/absence'],
} as const satisfies { [Id in OperationId]?: readonly [Operations[Id]['method'], Operations[Id]['path']] };

/** Operations the app calls. */
export type Called = keyof typeof routes;
