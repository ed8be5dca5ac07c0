import { type KindPrice, millions, vcpus } from '../../economy/price.ts';

/**
 * One broker with one line is a managed queue: sending, receiving and deleting are a request each. Several, or a topic, are machines of
 * one's own, of two processors each.
 */
export const queuePrice: KindPrice = (use) =>
  use.params.mode === 'topic' || Number(use.params.brokers) > 1
    ? vcpus('server-vcpu', use, 2)
    : [
        {
          price: 'queue-requests',
          quantity: millions(use.perMonth('published') + use.perMonth('delivered') + use.perMonth('acknowledged')),
        },
      ];
