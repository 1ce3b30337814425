import type { Profile as ProfileData } from "#content/profile.ts";
import { useWords } from "../../i18n/words.ts";
import { Picture } from "../../ui/Picture.tsx";
import { TextLink } from "../../ui/TextLink.tsx";
import "./profile.css";

/** The profile of a person or a desk: photograph, biography and links. @param alt whom the photograph shows */
export function Profile({ profile: { photo, bio = [], links = [], contact }, alt }: { profile: ProfileData; alt: string }) {
  const words = useWords();
  const all = [...(contact === undefined ? [] : [{ name: words.contact, url: contact }]), ...links];
  if (!photo && bio.length === 0 && all.length === 0) return null;
  return (
    <div className="profile">
      {photo && <Picture picture={photo} alt={alt} sizes="8rem" />}
      <div>
        {bio.map((paragraph) => (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ))}
        {all.length > 0 && (
          <p className="profile-links">
            {all.map(({ name, url }) => (
              <TextLink key={url} url={url} dir="auto">
                {name}
              </TextLink>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
