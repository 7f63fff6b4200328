export { EvidenceModule } from './evidence.module.js';
export { EvidenceChain } from './evidence-chain.js';
