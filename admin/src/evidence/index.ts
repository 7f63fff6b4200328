import { EvidenceList } from './EvidenceList.js';

export const evidence = { list: EvidenceList };
