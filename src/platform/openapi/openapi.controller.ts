import { Controller, Get, Header, Inject, SetMetadata } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ACCESS } from '../identity/access.guard.js';
import { openApiDocument } from './openapi-document.js';

@Controller()
@SetMetadata(ACCESS, 'operations')
export class OpenApiController {
  private readonly document: unknown;

  constructor(@Inject(AppConfig) config: AppConfig) {
    this.document = openApiDocument(config.publicUrl);
  }

  @Get('/v1/openapi.json')
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Cache-Control', 'public, max-age=300')
  openapi(): unknown {
    return this.document;
  }
}
