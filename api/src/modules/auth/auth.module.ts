import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { Credentials } from './credentials.js';
import { LocalStrategy } from './local.strategy.js';
import { MeReadModel } from './me.read-model.js';
import { SessionStrategy } from './session.strategy.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.service.js';
import { Throttle } from './throttle.js';

@Module({
  controllers: [AuthController],
  providers: [Sessions, SessionStrategy, LocalStrategy, SignIn, Credentials, Throttle, MeReadModel],
  exports: [Sessions, Credentials, Throttle],
})
export class AuthModule {}
