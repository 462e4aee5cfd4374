import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { acceptedLanguage } from './accepted-language.js';
import type { Actor } from './actor.js';
import { Municipalities } from './municipalities.js';
import { SessionReader, sessionTokenOf } from './session-reader.js';

/** Passport strategy: whoever calls is a person with a session, or a guest of the municipality. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session-cookie') {
  constructor(
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(SessionReader) private readonly sessions: SessionReader,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Actor> {
    const municipality = await this.municipalities.ofHost(request.hostname);
    const token = sessionTokenOf(request.headers.cookie);
    const person = token ? await this.sessions.read(municipality.id, token) : undefined;
    const language = acceptedLanguage(request.headers['accept-language']);
    return person ?? { kind: 'guest', municipalityId: municipality.id, language };
  }
}
