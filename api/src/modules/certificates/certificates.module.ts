import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesReadModel } from './certificates.read-model.js';
import { Certificates } from './certificates.service.js';

@Module({
  imports: [AuthModule],
  controllers: [CertificatesController],
  providers: [Certificates, CertificatesReadModel],
})
export class CertificatesModule {}
