import { type KindPrice, millions, vcpus } from '../../economy/price.ts';

/** A managed queue: sending, receiving and deleting are a request each. A topic, or a queue of one's own: machines of two processors. */
export const queuePrice: KindPrice = (use) =>
  use.params.mode === 'topic' || use.params.paidBy === 'machines'
    ? vcpus('server-vcpu', use, 2)
    : [
        {
          price: 'queue-requests',
          quantity: millions(use.perMonth('published') + use.perMonth('delivered') + use.perMonth('acknowledged')),
        },
      ];
