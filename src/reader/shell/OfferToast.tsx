import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/words.ts";
import { type Offer, withdrawOffer } from "./offers.ts";

/** An offer in the toast: one button to take it, one to put it aside. */
export function OfferToast({ offer }: { offer: Offer }) {
  const words = useWords();
  const take = () => {
    withdrawOffer(offer.id);
    offer.take();
  };
  return (
    <div className="toast offer">
      {offer.label && <span>{offer.text(words)}</span>}
      <button type="button" className={offer.label && "take"} onClick={take}>
        {(offer.label ?? offer.text)(words)}
      </button>
      <button type="button" aria-label={words.close} onClick={() => withdrawOffer(offer.id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
