import { Module } from '@nestjs/common';
import { WebController } from './web.controller.js';
import { WebFiles } from './web-files.js';

/** Serves the built web app. */
@Module({ controllers: [WebController], providers: [WebFiles] })
export class WebModule {}
