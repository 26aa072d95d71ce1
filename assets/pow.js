"use strict";
// Solves a proof-of-work challenge (ALTCHA, version 2), so that a form needs no CAPTCHA. Makes no request.
// As a worker it receives a challenge and posts { solution } or { error }; embed.js calls `solve`.

const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The password of one attempt: the nonce, then the counter as four bytes, big-endian. */
function password(nonce, counter) {
  const joined = new Uint8Array(nonce.length + 4);
  joined.set(nonce);
  new DataView(joined.buffer).setUint32(nonce.length, counter);
  return joined;
}

async function pbkdf2(hash, parameters, salt, secret) {
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash, salt, iterations: parameters.cost };
  return crypto.subtle.deriveBits(algorithm, key, parameters.keyLength * 8);
}

async function iteratedSha(hash, parameters, salt, secret) {
  let data = new Uint8Array(salt.length + secret.length);
  data.set(salt);
  data.set(secret, salt.length);
  for (let round = 0; round < Math.max(1, parameters.cost); round += 1) {
    data = new Uint8Array(await crypto.subtle.digest(hash, data));
  }
  return data.slice(0, parameters.keyLength);
}

async function solve(challenge) {
  const parameters = challenge.parameters;
  const [, prefix, hash] = /^(PBKDF2\/)?(SHA-(?:256|384|512))$/.exec(parameters.algorithm.toUpperCase()) || [];
  if (!hash) throw new Error("unknown algorithm " + parameters.algorithm);
  const derive = prefix ? pbkdf2 : iteratedSha;
  const nonce = bytes(parameters.nonce);
  const salt = bytes(parameters.salt);
  for (let counter = 0; counter < 0xffffffff; counter += 1) {
    const derivedKey = hex(await derive(hash, parameters, salt, password(nonce, counter)));
    if (derivedKey.startsWith(parameters.keyPrefix)) return { counter, derivedKey };
  }
  throw new Error("no solution");
}

if (!self.document) {
  self.onmessage = ({ data }) =>
    solve(data).then(
      (solution) => self.postMessage({ solution }),
      (error) => self.postMessage({ error: String(error) }),
    );
}
