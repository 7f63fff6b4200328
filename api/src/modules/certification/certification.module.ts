import { Module } from '@nestjs/common';
import { CertificationController } from './certification.controller.js';
import { CertificationReadModel } from './certification.read-model.js';
import { Certifications } from './certifications.js';
import { CertificationExceptions } from './exceptions.service.js';
import { StatusTurn } from './status-turn.js';

@Module({
  controllers: [CertificationController],
  providers: [Certifications, CertificationReadModel, CertificationExceptions, StatusTurn],
  exports: [Certifications, CertificationExceptions, CertificationReadModel],
})
export class CertificationModule {}
