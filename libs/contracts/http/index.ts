import * as activation from './activation.js';
import * as asking from './asking.js';
import * as associationSettings from './association-settings.js';
import * as asks from './asks.js';
import * as blocks from './blocks.js';
import * as board from './board.js';
import * as calendar from './calendar.js';
import * as circlePlans from './circle-plans.js';
import * as circles from './circles.js';
import * as conversations from './conversations.js';
import * as contactViews from './contact-views.js';
import * as evidence from './evidence.js';
import * as feedback from './feedback.js';
import * as fileImports from './file-imports.js';
import * as gatherings from './gatherings.js';
import * as helpRequests from './help-requests.js';
import * as inbox from './inbox.js';
import * as calls from './calls.js';
import * as intake from './intake.js';
import * as members from './members.js';
import * as myRights from './my-rights.js';
import type { Operation } from './operation.js';
import * as monitorAlerts from './monitor-alerts.js';
import * as participation from './participation.js';
import * as passkeys from './passkeys.js';
import * as people from './people.js';
import * as places from './places.js';
import * as thanks from './thanks.js';
import * as thanksWall from './thanks-wall.js';
import * as publications from './publications.js';
import * as push from './push.js';
import * as reports from './reports.js';
import * as sessions from './sessions.js';
import * as desk from './desk.js';
import * as follow from './follow.js';
import * as trust from './trust.js';
import * as lastActs from './last-acts.js';
import * as workItems from './work-items.js';

/** Every operation of the HTTP interface, by its id. */
export const operations = {
  requestSignInCode: sessions.requestSignInCode,
  renewSignInCode: sessions.renewSignInCode,
  createSession: sessions.createSession,
  endSession: sessions.endSession,
  listPasskeys: passkeys.listPasskeys,
  preparePasskey: passkeys.preparePasskey,
  addPasskey: passkeys.addPasskey,
  removePasskey: passkeys.removePasskey,
  preparePasskeySignIn: passkeys.preparePasskeySignIn,
  createPasskeySession: passkeys.createPasskeySession,
  getMe: people.getMe,
  putMe: people.putMe,
  listMySessions: myRights.listMySessions,
  endMySession: myRights.endMySession,
  endMyOtherSessions: myRights.endMyOtherSessions,
  changeMyEmail: myRights.changeMyEmail,
  exportMyData: myRights.exportMyData,
  eraseMe: myRights.eraseMe,
  listNeighbourhoods: places.listNeighbourhoods,
  listOutlines: places.listOutlines,
  findNeighbourhood: places.findNeighbourhood,
  listAssociations: places.listAssociations,
  listCategories: places.listCategories,
  addAssociation: associationSettings.addAssociation,
  listManagedAssociations: associationSettings.listManagedAssociations,
  getAssociationSettings: associationSettings.getAssociationSettings,
  putAssociationSettings: associationSettings.putAssociationSettings,
  openAssociation: associationSettings.openAssociation,
  listMembers: members.listMembers,
  addMember: members.addMember,
  changeMember: members.changeMember,
  removeMember: members.removeMember,
  listImports: fileImports.listImports,
  startImport: fileImports.startImport,
  getImport: fileImports.getImport,
  sendImportPart: fileImports.sendImportPart,
  decideImport: fileImports.decideImport,
  cancelImport: fileImports.cancelImport,
  getImportReport: fileImports.getImportReport,
  postHelpRequest: helpRequests.postHelpRequest,
  findKnownAskers: intake.findKnownAskers,
  getHelpRequest: helpRequests.getHelpRequest,
  listHelpRequests: helpRequests.listHelpRequests,
  editHelpRequest: helpRequests.editHelpRequest,
  approveHelpRequest: helpRequests.approveHelpRequest,
  acceptHelpRequest: helpRequests.acceptHelpRequest,
  withdrawAcceptance: helpRequests.withdrawAcceptance,
  confirmHelpRequest: helpRequests.confirmHelpRequest,
  cancelHelpRequest: helpRequests.cancelHelpRequest,
  recordOutcome: helpRequests.recordOutcome,
  getThanks: thanks.getThanks,
  giveThanks: thanks.giveThanks,
  listThanksWall: thanksWall.listThanksWall,
  takeThanksOffWall: thanksWall.takeThanksOffWall,
  listOfferedThanks: thanksWall.listOfferedThanks,
  decideOfferedThanks: thanksWall.decideOfferedThanks,
  listAsks: asks.listAsks,
  answerAsk: asks.answerAsk,
  listRequestAsks: asking.listRequestAsks,
  getAskingPolicy: asking.getAskingPolicy,
  putAskingPolicy: asking.putAskingPolicy,
  getActivation: activation.getActivation,
  previewInvitation: activation.previewInvitation,
  startCampaign: activation.startCampaign,
  stopCampaign: activation.stopCampaign,
  makeStreetCards: activation.makeStreetCards,
  getInvitationChoice: activation.getInvitationChoice,
  putInvitationChoice: activation.putInvitationChoice,
  getHelperProfile: asks.getHelperProfile,
  putHelperProfile: asks.putHelperProfile,
  getBoard: board.getBoard,
  getOpenBoardCounts: board.getOpenBoardCounts,
  blockPerson: blocks.blockPerson,
  listBlocks: blocks.listBlocks,
  liftBlock: blocks.liftBlock,
  viewContactDetails: contactViews.viewContactDetails,
  listViewsOfMe: contactViews.listViewsOfMe,
  reportPerson: reports.reportPerson,
  listReports: reports.listReports,
  decideReport: reports.decideReport,
  listSanctions: reports.listSanctions,
  appealSanction: reports.appealSanction,
  decideAppeal: reports.decideAppeal,
  postFeedback: feedback.postFeedback,
  listFeedback: feedback.listFeedback,
  removeFeedback: feedback.removeFeedback,
  liftSanction: reports.liftSanction,
  listInbox: inbox.listInbox,
  readInboxItem: inbox.readInboxItem,
  getPushKey: push.getPushKey,
  listPushSubscriptions: push.listPushSubscriptions,
  addPushSubscription: push.addPushSubscription,
  removePushSubscription: push.removePushSubscription,
  getCalendarFeed: calendar.getCalendarFeed,
  makeCalendarFeed: calendar.makeCalendarFeed,
  endCalendarFeed: calendar.endCalendarFeed,
  listCircles: circles.listCircles,
  startCircle: circles.startCircle,
  getCircle: circles.getCircle,
  putCircle: circles.putCircle,
  endCircle: circles.endCircle,
  makeCircleInvitation: circles.makeCircleInvitation,
  endCircleInvitations: circles.endCircleInvitations,
  lookAtCircleInvitation: circles.lookAtCircleInvitation,
  joinCircle: circles.joinCircle,
  admitCircleMember: circles.admitCircleMember,
  removeCircleMember: circles.removeCircleMember,
  addCircleSeries: circlePlans.addCircleSeries,
  endCircleSeries: circlePlans.endCircleSeries,
  takeCircleSlot: circlePlans.takeCircleSlot,
  giveBackCircleSlot: circlePlans.giveBackCircleSlot,
  askCircleSwap: circlePlans.askCircleSwap,
  stopCircleSwap: circlePlans.stopCircleSwap,
  leaveOutCircleSlot: circlePlans.leaveOutCircleSlot,
  listGatherings: gatherings.listGatherings,
  getGathering: gatherings.getGathering,
  visitGathering: gatherings.visitGathering,
  leaveGathering: gatherings.leaveGathering,
  listManagedGatherings: gatherings.listManagedGatherings,
  announceGathering: gatherings.announceGathering,
  editGathering: gatherings.editGathering,
  endGathering: gatherings.endGathering,
  cancelGatheringDate: gatherings.cancelGatheringDate,
  noteAttendance: gatherings.noteAttendance,
  listConversations: conversations.listConversations,
  getConversation: conversations.getConversation,
  sendMessage: conversations.sendMessage,
  readConversation: conversations.readConversation,
  listWorkItems: workItems.listWorkItems,
  assignWorkItem: workItems.assignWorkItem,
  finishWorkItem: workItems.finishWorkItem,
  reopenWorkItem: workItems.reopenWorkItem,
  approveTogether: workItems.approveTogether,
  callNextNeighbour: calls.callNextNeighbour,
  recordCallOutcome: calls.recordCallOutcome,
  issueVouchSheet: trust.issueVouchSheet,
  listVouchSheets: trust.listVouchSheets,
  revokeVouchSheet: trust.revokeVouchSheet,
  getOwnTrust: trust.getOwnTrust,
  redeemVouchCode: trust.redeemVouchCode,
  listNeighbourTrust: trust.listNeighbourTrust,
  recordVog: trust.recordVog,
  withdrawVog: trust.withdrawVog,
  withdrawVouching: trust.withdrawVouching,
  getAccompaniment: trust.getAccompaniment,
  putAccompaniment: trust.putAccompaniment,
  getParticipation: participation.getParticipation,
  listPublications: publications.listPublications,
  getPublication: publications.getPublication,
  getEvidence: evidence.getEvidence,
  previewPublication: publications.previewPublication,
  publishQuarter: publications.publishQuarter,
  listMonitorAlerts: monitorAlerts.listMonitorAlerts,
  acknowledgeAlert: monitorAlerts.acknowledgeAlert,
  listCampaignResults: activation.listCampaignResults,
  makeQuestionFollowCode: follow.makeQuestionFollowCode,
  makeRequestFollowCode: follow.makeRequestFollowCode,
  follow: follow.follow,
  askDesk: desk.askDesk,
  findDeskCallers: desk.findDeskCallers,
  listDeskQuestions: desk.listDeskQuestions,
  offerDeskQuestion: desk.offerDeskQuestion,
  setKeepInTouch: desk.setKeepInTouch,
  answerDeskOffer: desk.answerDeskOffer,
  answerDeskQuestion: desk.answerDeskQuestion,
  viewDeskAsker: desk.viewDeskAsker,
  getLastAct: lastActs.getLastAct,
  getWorkMail: workItems.getWorkMail,
  putWorkMail: workItems.putWorkMail,
  putAbsence: workItems.putAbsence,
  endAbsence: workItems.endAbsence,
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
