import type { OperationId } from './index.js';
import type { AccessRule } from './operation.js';

/** Everyone who may try something, seen from one thing: that of an asker in the area of association A. */
export const rightsRoles = [
  'guest',
  'asker',
  /** The neighbour who said yes, or whose thing it is where a thing is a neighbour's. */
  'helper',
  /** A neighbour who has nothing to do with it. */
  'other-person',
  'coordinator-a',
  'coordinator-b',
  'desk',
  'monitor',
  'administrator',
  'administrator-elsewhere',
  'removed-coordinator-a',
] as const;
export type RightsRole = (typeof rightsRoles)[number];

const organisers: readonly RightsRole[] = ['coordinator-a', 'coordinator-b', 'desk', 'administrator'];
const signedIn = rightsRoles.filter((role) => role !== 'guest' && role !== 'administrator-elsewhere');

/** Who passes the gate in front of an operation; a session of another municipality is none here. */
export const gate: Readonly<Record<AccessRule, readonly RightsRole[]>> = {
  public: rightsRoles,
  'signed-in': signedIn,
  organiser: organisers,
  monitor: [...organisers, 'monitor'],
};

const sides: readonly RightsRole[] = ['asker', 'coordinator-a'];
const bothSides: readonly RightsRole[] = ['asker', 'helper'];
const managers: readonly RightsRole[] = ['coordinator-a', 'administrator'];
const coordinator: readonly RightsRole[] = ['coordinator-a'];

/** Who may do something with one thing that its path names: nobody else gets a success. */
export const rightsOnOne: Partial<Record<OperationId, readonly RightsRole[]>> = {
  getHelpRequest: [...sides, 'helper'],
  editHelpRequest: sides,
  approveHelpRequest: coordinator,
  acceptHelpRequest: ['helper', 'other-person'],
  withdrawAcceptance: ['helper'],
  confirmHelpRequest: sides,
  cancelHelpRequest: sides,
  recordOutcome: [...sides, 'helper'],
  getThanks: bothSides,
  giveThanks: bothSides,
  getAccompaniment: [...sides, 'helper'],
  putAccompaniment: [...sides, 'helper'],
  listRequestAsks: coordinator,
  viewContactDetails: coordinator,
  callNextNeighbour: coordinator,
  recordCallOutcome: coordinator,
  getConversation: bothSides,
  sendMessage: bothSides,
  readConversation: bothSides,
  answerAsk: ['helper'],
  endMySession: ['asker'],
  removePushSubscription: ['asker'],
  removePasskey: ['asker'],
  removeFeedback: ['monitor', 'administrator'],
  liftBlock: ['asker'],
  readInboxItem: ['asker'],
  appealSanction: ['asker'],
  decideReport: coordinator,
  decideAppeal: managers,
  renewSignInCode: rightsRoles,
  getAssociationSettings: managers,
  putAssociationSettings: managers,
  openAssociation: ['administrator'],
  getImport: ['administrator'],
  sendImportPart: ['administrator'],
  decideImport: ['administrator'],
  cancelImport: ['administrator'],
  getImportReport: ['administrator'],
  getAskingPolicy: managers,
  putAskingPolicy: managers,
  putAbsence: coordinator,
  endAbsence: coordinator,
  changeMember: managers,
  removeMember: managers,
  assignWorkItem: coordinator,
  finishWorkItem: coordinator,
  reopenWorkItem: coordinator,
  getLastAct: coordinator,
  issueVouchSheet: coordinator,
  revokeVouchSheet: coordinator,
  recordVog: coordinator,
  withdrawVog: coordinator,
  withdrawVouching: coordinator,
  getActivation: coordinator,
  previewInvitation: coordinator,
  startCampaign: coordinator,
  stopCampaign: coordinator,
  makeStreetCards: coordinator,
  getParticipation: [...organisers, 'monitor'],
  listPublications: rightsRoles,
  getPublication: rightsRoles,
  previewPublication: ['monitor', 'administrator'],
  publishQuarter: ['monitor', 'administrator'],
  listMonitorAlerts: ['monitor', 'administrator'],
  acknowledgeAlert: ['monitor', 'administrator'],
  listCampaignResults: ['monitor', 'administrator'],
  liftSanction: coordinator,
  getCircle: ['asker'],
  putCircle: ['asker'],
  endCircle: ['asker'],
  makeCircleInvitation: ['asker'],
  endCircleInvitations: ['asker'],
  addCircleSeries: ['asker'],
  endCircleSeries: ['asker'],
  admitCircleMember: ['asker'],
  removeCircleMember: bothSides,
  takeCircleSlot: ['helper'],
  giveBackCircleSlot: ['helper'],
  askCircleSwap: ['helper'],
  stopCircleSwap: ['helper'],
  leaveOutCircleSlot: ['asker'],
  makeQuestionFollowCode: coordinator,
  makeRequestFollowCode: coordinator,
  offerDeskQuestion: coordinator,
  setKeepInTouch: ['asker'],
  answerDeskOffer: coordinator,
  answerDeskQuestion: coordinator,
  viewDeskAsker: coordinator,
};
