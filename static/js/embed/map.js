/** A map inside another page is the explorer's. */
import "attest/explorer/incident-map";
