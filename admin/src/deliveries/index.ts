import { DeliveryList } from './DeliveryList.js';

export const deliveries = { list: DeliveryList };
