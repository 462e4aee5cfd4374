import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { AfterNoEffects } from './after-no.js';
import { AreaEquity } from './area-equity.js';
import { AnswerAsk } from './answer-ask.js';
import { AskData } from './ask-data.js';
import { AskDispatch } from './ask-dispatch.js';
import { AskReader } from './ask-reader.js';
import { AskReasons } from './ask-reasons.js';
import { AskStore } from './ask.store.js';
import { AskingPolicies } from './asking-policies.js';
import { AskingPolicyStore } from './asking-policy.store.js';
import { AskingController } from './asking.controller.js';
import { AsksController } from './asks.controller.js';
import { BeliefStore } from './belief.store.js';
import { CalibrationReadModel } from './calibration.read-model.js';
import { CallNeighbour } from './call-neighbour.js';
import { CallsController } from './calls.controller.js';
import { ContactLimits } from './contact-limits.js';
import { DecideWave } from './decide-wave.js';
import { DecisionStore } from './decision.store.js';
import { DriftStore } from './drift.store.js';
import { ForgetDecisions, OldDecisions } from './forget-decisions.js';
import { LearnFromAnswers } from './learn-from-answers.js';
import { MatchingPlanStore } from './matching-plan.store.js';
import { NoteGeneration, UnnotedGeneration } from './note-generation.js';
import { OverdueLearning } from './overdue-learning.js';
import { OverdueWaves } from './overdue-waves.js';
import { PlanWave } from './plan-wave.js';
import { RecordCall } from './record-call.js';
import { RequestAsks } from './request-asks.js';
import { SettleAsks } from './settle-asks.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule],
  controllers: [AsksController, AskingController, CallsController],
  providers: [
    AreaEquity,
    AfterNoEffects,
    AskStore,
    AskingPolicies,
    AskingPolicyStore,
    RequestAsks,
    BeliefStore,
    CalibrationReadModel,
    DriftStore,
    AskData,
    DecideWave,
    DecisionStore,
    LearnFromAnswers,
    OverdueLearning,
    ForgetDecisions,
    OldDecisions,
    NoteGeneration,
    UnnotedGeneration,
    MatchingPlanStore,
    AskReasons,
    AskReader,
    AskDispatch,
    ContactLimits,
    AnswerAsk,
    CallNeighbour,
    RecordCall,
    PlanWave,
    SettleAsks,
    OverdueWaves,
  ],
  exports: [CalibrationReadModel, AreaEquity, AskReader, AskDispatch, AnswerAsk, AfterNoEffects, ContactLimits],
})
export class MatchingModule {}
