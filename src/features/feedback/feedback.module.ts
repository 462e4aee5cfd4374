import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackStore } from './feedback.store.js';
import { ForgetFeedback, OldFeedback } from './forget-feedback.js';

@Module({ controllers: [FeedbackController], providers: [FeedbackStore, ForgetFeedback, OldFeedback] })
export class FeedbackModule {}
