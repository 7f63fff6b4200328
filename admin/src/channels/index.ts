export { ChannelsPage } from './ChannelsPage.js';
