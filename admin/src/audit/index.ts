import { AuditList } from './AuditList.js';

export const audit = { list: AuditList };
